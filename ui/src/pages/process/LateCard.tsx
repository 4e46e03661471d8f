/** Open tickets that are likeliest to pass their limit, and how long each still takes. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import { type By, type LateTicket, type Remaining, useRemaining } from "../../api/process";
import { hours, moment, number, percent, stamp, UNKNOWN } from "../../format";
import type { Filters } from "../../parts/filter";
import { numberOf } from "../../parts/numberOf";
import { Card } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

export function LateCard({ filters, by }: { filters: Filters; by: By }) {
  const asked = useRemaining(filters, by);
  return <Await query={asked} height={480}>{(found) => found && <Told found={found} />}</Await>;
}

function Told({ found }: { found: Remaining }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const today = useToday();
  const narrow = useNarrow();
  const link = (one: LateTicket) => <Link to={`/tickets/${encodeURIComponent(one.ticket_id)}`} title={one.source} className="nowrap">{numberOf(one)}</Link>;
  const due: Column<LateTicket> = { key: "due", title: t("due"), width: 136, render: (one) => <span className="nowrap">{stamp(one.resolution_due_at)}</span> };
  const which: Column<LateTicket>[] = narrow
    ? [{ key: "what", title: t("what"), render: (one) => <><span className="lines-2">{one.excerpt ?? UNKNOWN}</span>{link(one)} <span className="note nowrap">{t("dueAt", { due: moment(one.resolution_due_at, language, today) })}</span></> }]
    : [
      { key: "ticket", title: t("ticket"), width: 136, render: link },
      { key: "what", title: t("what"), render: (one) => <span className="lines-2" title={one.excerpt ?? ""}>{one.excerpt ?? UNKNOWN}</span> },
      { key: "team", title: t("team"), width: 96, render: (one) => one.team ?? UNKNOWN },
      due,
    ];
  const columns: Column<LateTicket>[] = [
    ...which,
    { key: "likely", title: t("likely"), number: true, width: narrow ? 72 : 96, render: (one) => percent(one.likely), bar: (one) => one.likely },
    ...(narrow
      ? [{ key: "mid", title: t("remains"), number: true, width: 96, render: (one: LateTicket) => <>{hours(one.mid, language)}<br /><span className="note"><Between {...one} /></span></> }]
      : [
        { key: "mid", title: t("remains"), number: true, width: 96, render: (one: LateTicket) => hours(one.mid, language) },
        { key: "between", title: t("between"), number: true, width: 160, render: (one: LateTicket) => <span className="nowrap"><Between {...one} /></span> },
      ]),
  ];
  const notes = [
    found.held !== null && t("held", { n: number(found.checked), held: percent(found.held) }),
    found.unlimited > 0 && t("unlimited", { n: number(found.unlimited) }),
    found.silent > 0 && t("silent", { n: number(found.silent) }),
  ];
  return (
    <Card title={say(found.sentence)} sub={t("lateSub", { covers: percent(found.covers) })}>
      <div className="stack-8">
        <p className="note">{notes.filter(Boolean).join(" · ")}</p>
        {found.late.length ? <DataTable label={t("lateTab")} rows={found.late} columns={columns} rowKey={(one) => one.ticket_id} maxHeight={640} /> : <Empty why={t("noneLate")} />}
      </div>
    </Card>
  );
}

function Between({ low, high }: LateTicket) {
  const t = useText(words);
  const { language } = useLanguage();
  if (low === null) return UNKNOWN;
  return high === null ? t("beyond", { low: hours(low, language) }) : `${hours(low, language)} – ${hours(high, language)}`;
}
