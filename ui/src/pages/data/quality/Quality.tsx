/** How good the data is: which fields are filled, which rules are broken, what stayed unclassified, who fell silent. */
import { Link } from "react-router";
import { useToday } from "../../../api/installation";
import { type Quality as QualityView, type RuleCount, useQuality } from "../../../api/intake";
import { count, day, dayBefore, percent } from "../../../format";
import { Card } from "../../../parts/Page";
import { Await } from "../../../parts/states";
import { type Column, DataTable } from "../../../parts/table";
import { useLanguage, useText } from "../../../words";
import data from "../../../words/data";

export function Quality() {
  const quality = useQuality();
  return (
    <Await query={quality} height={480}>
      {(found) => (
        <div className="grid">
          <Filled fields={found.fields} />
          <div className="half stack">
            <Unclassified unclassified={found.unclassified} />
            <Rules rules={found.by_rule} />
            <Silences silences={found.silences} />
          </div>
        </div>
      )}
    </Await>
  );
}

function Filled({ fields }: { fields: QualityView["fields"] }) {
  const t = useText(data);
  const { say } = useLanguage();
  const columns: Column<QualityView["fields"][number]>[] = [
    { key: "field", title: t("field"), render: (row) => say(row.title), bar: (row) => row.share ?? 0 },
    { key: "share", title: t("share"), number: true, width: 80, render: (row) => percent(row.share) },
    { key: "n", title: t("tickets"), number: true, width: 96, render: (row) => count(row.n) },
  ];
  const most = fields.reduce((top, { n }) => Math.max(top, n), 0);
  return (
    <Card className="half" title={t("filled")} sub={t("filledSub", { n: count(most) })}>
      <DataTable label={t("filled")} rows={fields.toSorted((one, other) => other.n - one.n)} columns={columns} rowKey={(row) => row.field} />
    </Card>
  );
}

function Unclassified({ unclassified }: { unclassified: QualityView["unclassified"] }) {
  const t = useText(data);
  return (
    <Card title={t("unclassified")} sub={t("unclassifiedSub")}>
      <p className="row">
        <span className="data-big">{percent(unclassified.share)}</span>
        <span className="secondary">{t("unclassifiedOf", { n: count(unclassified.n) })}</span>
        {unclassified.n > 0 && <Link to="/tickets?where=category%3D&period=all">{t("seeUnclassified")}</Link>}
      </p>
    </Card>
  );
}

function Rules({ rules }: { rules: RuleCount[] }) {
  const t = useText(data);
  const { say } = useLanguage();
  const most = rules.reduce((top, { n }) => Math.max(top, n), 1);
  const columns: Column<RuleCount>[] = [
    { key: "rule", title: t("rule"), render: (row) => say(row.title), bar: (row) => row.n / most },
    { key: "n", title: t("rows"), number: true, width: 96, render: (row) => count(row.n) },
  ];
  return (
    <Card title={t("rulesTitle")} sub={t("rulesSub")}>
      {rules.length ? <DataTable label={t("rulesTitle")} rows={rules} columns={columns} rowKey={(row) => row.rule} /> : <p className="note">{t("noProblems")}</p>}
    </Card>
  );
}

function Silences({ silences }: { silences: QualityView["silences"] }) {
  const t = useText(data);
  const { language } = useLanguage();
  const today = useToday();
  const columns: Column<QualityView["silences"][number]>[] = [
    { key: "source", title: t("source"), render: (row) => row.source },
    { key: "from", title: t("from"), render: (row) => day(row.period.start, language, today) },
    { key: "until", title: t("until"), render: (row) => day(dayBefore(row.period.end), language, today) },
    { key: "days", title: t("days"), number: true, render: (row) => count(row.days) },
    { key: "ongoing", title: t("state"), render: (row) => <span className={row.ongoing ? "strong" : "note"}>{t(row.ongoing ? "lasts" : "over")}</span> },
  ];
  return (
    <Card title={t("silences")} sub={t("silencesSub")}>
      {silences.length ? <DataTable label={t("silences")} rows={silences} columns={columns} rowKey={(row) => `${row.source} ${row.period.start}`} /> : <p className="note">{t("noSilences")}</p>}
    </Card>
  );
}
