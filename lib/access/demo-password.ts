/** The password of every demo person, for signatures; useless outside a demo clinic, which exists only on the embedded database. */
export const demoPassword = "one cleared step at a time";
