/** Open tickets that are likeliest to pass their limit, and how long each still takes. */
import { Link } from "react-router";
import { useToday } from "../../api/installation";
import { type By, type AtRiskTicket, type OpenTicketRisk, useOpenTicketRisk } from "../../api/process";
import { hours, moment, number, percent, stamp, UNKNOWN } from "../../format";
import type { Filters } from "../../parts/filter";
import { numberOf } from "../../parts/numberOf";
import { Card } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

export function AtRiskCard({ filters, by }: { filters: Filters; by: By }) {
  const risk = useOpenTicketRisk(filters, by);
  return <Await query={risk} height={480}>{(found) => found.available && <Found found={found} />}</Await>;
}

function Found({ found }: { found: OpenTicketRisk }) {
  const t = useText(words);
  const { say, language } = useLanguage();
  const today = useToday();
  const narrow = useNarrow();
  const link = (one: AtRiskTicket) => <Link to={`/tickets/${encodeURIComponent(one.ticket_id)}`} title={one.source} className="nowrap">{numberOf(one)}</Link>;
  const due: Column<AtRiskTicket> = { key: "due", title: t("due"), width: 136, render: (one) => <span className="nowrap">{stamp(one.resolution_due_at)}</span> };
  const which: Column<AtRiskTicket>[] = narrow
    ? [{ key: "what", title: t("what"), render: (one) => <><span className="lines-2">{one.excerpt ?? UNKNOWN}</span>{link(one)} <span className="note nowrap">{t("dueAt", { due: moment(one.resolution_due_at, language, today) })}</span></> }]
    : [
      { key: "ticket", title: t("ticket"), width: 136, render: link },
      { key: "what", title: t("what"), render: (one) => <span className="lines-2" title={one.excerpt ?? ""}>{one.excerpt ?? UNKNOWN}</span> },
      { key: "team", title: t("team"), width: 96, render: (one) => one.team ?? UNKNOWN },
      due,
    ];
  const columns: Column<AtRiskTicket>[] = [
    ...which,
    { key: "late", title: t("lateProbability"), number: true, width: narrow ? 72 : 96, render: (one) => percent(one.late_probability), bar: (one) => one.late_probability },
    ...(narrow
      ? [{ key: "median", title: t("remains"), number: true, width: 96, render: (one: AtRiskTicket) => <>{hours(one.median_hours, language)}<br /><span className="note"><Between {...one.interval} /></span></> }]
      : [
        { key: "median", title: t("remains"), number: true, width: 96, render: (one: AtRiskTicket) => hours(one.median_hours, language) },
        { key: "between", title: t("between"), number: true, width: 160, render: (one: AtRiskTicket) => <span className="nowrap"><Between {...one.interval} /></span> },
      ]),
  ];
  const notes = [
    found.empirical_coverage !== null && t("empiricalCoverage", { n: number(found.coverage_n), share: percent(found.empirical_coverage) }),
    found.without_limit > 0 && t("withoutLimit", { n: number(found.without_limit) }),
    found.without_end_times > 0 && t("withoutEndTimes", { n: number(found.without_end_times) }),
  ];
  return (
    <Card title={say(found.sentence)} sub={t("atRiskSub", { share: percent(found.nominal_coverage) })}>
      <div className="stack-8">
        <p className="note">{notes.filter(Boolean).join(" · ")}</p>
        {found.at_risk.length ? <DataTable label={t("atRiskTab")} rows={found.at_risk} columns={columns} rowKey={(one) => one.ticket_id} maxHeight={640} /> : <Empty why={t("noneAtRisk")} />}
      </div>
    </Card>
  );
}

function Between({ low, high }: AtRiskTicket["interval"]) {
  const t = useText(words);
  const { language } = useLanguage();
  if (low === null) return UNKNOWN;
  return high === null ? t("beyond", { low: hours(low, language) }) : `${hours(low, language)} – ${hours(high, language)}`;
}
