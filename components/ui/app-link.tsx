import type { Route } from "next";
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
  return isInside(href) ? <Link href={href} prefetch={false} {...rest} /> : <a href={href} {...rest} />;
}

function isInside(href: string): href is Route {
  return href.startsWith("/") && !href.startsWith("//");
}
