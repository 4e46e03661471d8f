/** A new report: its period and language; its progress while it is made. */
import { useState } from "react";
import { isOver, useJob } from "../../api/jobs";
import type { Schema } from "../../api/types";
import { useMakeReport } from "../../api/reports";
import { Button } from "../../parts/Button";
import { Choice } from "../../parts/Choice";
import { Native } from "../../parts/Native";
import { JobLine } from "../../parts/job/JobLine";
import { Failed } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/reports";

const PERIODS = { "last-month": "lastMonth", "this-month": "thisMonth", "last-8-weeks": "last8", "last-13-weeks": "last13" } as const;

export function MakeReport() {
  const t = useText(words);
  const reader = useLanguage();
  const [period, setPeriod] = useState<keyof typeof PERIODS>("last-month");
  const [language, setLanguage] = useState(reader.language);
  const make = useMakeReport();
  const { data: job } = useJob<Schema<"MadeReport">>(make.data?.id);
  const busy = make.isPending || (job !== undefined && !isOver(job));
  return (
    <div className="stack">
      <div className="row">
        <Native
          label={t("period")}
          value={period}
          onChange={setPeriod}
          options={(Object.keys(PERIODS) as (keyof typeof PERIODS)[]).map((value) => ({ value, label: t(PERIODS[value]) }))}
        />
        <Choice bare label={t("language")} value={language} onChange={setLanguage} options={[{ value: "zh", label: t("zh") }, { value: "en", label: t("en") }]} />
        <Button type="primary" loading={busy} onClick={() => make.mutate({ period, language })}>{t("make")}</Button>
      </div>
      {make.error && <Failed error={make.error} />}
      {job && (
        <div className="reports-job stack-8">
          <JobLine job={job} />
          {job.result?.report && <a href={`/api/reports/${job.result.report}/html`} target="_blank" rel="noreferrer">{t("open")}</a>}
        </div>
      )}
    </div>
  );
}
