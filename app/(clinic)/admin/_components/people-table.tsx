import { useFormatter, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/small-parts";
import { Cell, GroupRow, HeadCell, Row, RowHead, Table } from "@/components/ui/table";
import type { Person } from "@/lib/records/people/load-people";

const order = ["therapist", "surgeon", "administrator", "patient"] as const;

/** Everybody who signs in, by role, with the state of the account. */
export function PeopleTable({ people, timeZone }: { people: readonly Person[]; timeZone: string }) {
  const t = useTranslations("admin.people");
  const languages = useTranslations("ui.language");
  const format = useFormatter();
  return (
    <div className="px-1.5 pb-3">
      <Table caption={t("title")}>
        <thead>
          <tr>
            {(["name", "signInName", "language", "since", "state"] as const).map((column) => (
              <HeadCell key={column}>{t(`columns.${column}`)}</HeadCell>
            ))}
          </tr>
        </thead>
        {order.map((role) => {
          const group = people.filter((person) => person.role === role);
          if (group.length === 0) return null;
          return (
            <tbody key={role}>
              <GroupRow columns={5} title={`${t(`roles.${role}`)} · ${group.length}`} />
              {group.map((person) => (
                <Row isCompact key={person.id}>
                  <RowHead className="font-medium!">{person.name}</RowHead>
                  <Cell className="text-ink-2">{person.signInName}</Cell>
                  <Cell>{languages(person.locale)}</Cell>
                  <Cell className="whitespace-nowrap">
                    {format.dateTime(new Date(person.since), "dayYear", { timeZone })}
                  </Cell>
                  <Cell>{person.isDisabled ? <Tag>{t("disabled")}</Tag> : t("active")}</Cell>
                </Row>
              ))}
            </tbody>
          );
        })}
      </Table>
    </div>
  );
}
