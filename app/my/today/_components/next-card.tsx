import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

/** Something to do next, in the page's language: what it is, and the way to it. */
export function NextCard({
  title,
  body,
  action,
  href,
  isPrimary = false,
}: {
  title: string;
  body: string;
  action: string;
  href: string;
  isPrimary?: boolean;
}) {
  return (
    <Card title={title}>
      <p className="mb-3">{body}</p>
      <LinkButton href={href} isWide variant={isPrimary ? "primary" : "secondary"}>
        {action}
      </LinkButton>
    </Card>
  );
}
