import { useToday } from "../../api/installation";
import { Problem } from "../../api/problem";
import { type Report, useRemoveReport, useReports } from "../../api/reports";
import { useMay } from "../../api/session";
import { moment, plusDays } from "../../format";
import { Button } from "../../parts/Button";
import { Popconfirm } from "../../parts/library/Popconfirm";
import { message } from "../../parts/messages";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/reports";
import { MakeReport } from "./MakeReport";
import "./reports.css";

export default function Reports() {
  const t = useText(words);
  const may = useMay();
  const reports = useReports();
  return (
    <Page title={t("title")} sub={t("sub")}>
      <Card>{may("report.write") ? <MakeReport /> : <p className="note">{t("noWrite")}</p>}</Card>
      <Card>
        <Await query={reports} height={240}>
          {(all) => (all.length ? <ul className="reports">{all.map((report) => <Line key={report.id} report={report} />)}</ul> : <Empty why={t("none")} />)}
        </Await>
      </Card>
    </Page>
  );
}

function Line({ report }: { report: Report }) {
  const t = useText(words);
  const { language, say } = useLanguage();
  const today = useToday();
  const may = useMay();
  const address = `/api/reports/${report.id}`;
  return (
    <li>
      <div className="grow">
        <a className="strong" href={`${address}/html`} target="_blank" rel="noreferrer">{say(report.title)}</a>
        <p className="note">
          {report.period.start} – {plusDays(report.period.end, -1)} · {t(report.language)} · {t("madeAt")} {moment(report.made_at, language, today)} · {report.made_by}
        </p>
      </div>
      <div className="row">
        <Button href={`${address}/html`} target="_blank">{t("open")}</Button>
        <Button href={`${address}/pdf?download=1`}>{t("download")}</Button>
        {may("report.write") && <Remove report={report} />}
      </div>
    </li>
  );
}

function Remove({ report }: { report: Report }) {
  const t = useText(words);
  const { say } = useLanguage();
  const remove = useRemoveReport();
  return (
    <Popconfirm
      title={t("sure")}
      okText={t("remove")}
      cancelText={t("cancel")}
      onConfirm={() => remove.mutate(report.id, { onError: (error) => void message.error(say(Problem.from(error).words)) })}
    >
      <Button type="text" loading={remove.isPending}>{t("remove")}</Button>
    </Popconfirm>
  );
}
