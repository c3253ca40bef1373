import Link from "next/link";
import type { ComponentProps } from "react";

export type AppLinkProps = Omit<ComponentProps<"a">, "href" | "onClick" | "onMouseEnter" | "onTouchStart"> & {
  href: string;
};

/**
 * A link inside the application whose address is data. Nothing is fetched ahead: a read of a patient's page is audited, so it must
 * be somebody's own act. Other addresses (tel:, https:) become a plain anchor.
 */
export function AppLink({ href, ...rest }: AppLinkProps) {
  if (!href.startsWith("/")) return <a href={href} {...rest} />;
  const { pathname, search, hash } = new URL(href, "http://app");
  return <Link href={{ pathname, search, hash }} prefetch={false} {...rest} />;
}
