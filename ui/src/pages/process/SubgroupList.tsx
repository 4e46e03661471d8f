import { Link } from "react-router";
import type { Subgroup } from "../../api/process";
import { filterText, type Slice } from "../../api/slices";
import { interval, number, percent, times } from "../../format";
import { type Filters, useFilterLabel } from "../../parts/filter";
import { type Column, DataTable } from "../../parts/table";
import { useNarrow } from "../../parts/useNarrow";
import { useLanguage, useText } from "../../words";
import words from "../../words/process";

interface Props {
  list: Subgroup[];
  /** What the locator is asked about, to go deeper. */
  metric: string;
  filters: Filters;
}

/** Slices that have more than their part, with links to their tickets and to the locator. */
export function SubgroupList({ list, metric, filters }: Props) {
  const t = useText(words);
  const { language } = useLanguage();
  const narrow = useNarrow();
  const label = useFilterLabel();
  const address = (path: string, slice: Slice, more: Record<string, string> = {}) => {
    const params = new URLSearchParams({ period: filters.period, ...more });
    for (const text of [...filters.where, ...filterText(slice)]) params.append("where", text);
    return `${path}?${params}`;
  };
  const columns: Column<Subgroup>[] = [
    { key: "slice", title: t("slice"), render: (one) => filterText(one.where).map(label).join(language === "zh" ? "，" : ", ") },
    { key: "n", title: t("tickets"), number: true, width: narrow ? 64 : 88, render: (one) => <Link to={address("/tickets", one.where)}>{number(one.tickets)}</Link> },
    { key: "share", title: t("part"), number: true, width: 80, render: (one) => percent(one.share), bar: (one) => one.share },
    { key: "ratio", title: t("factor"), number: true, width: narrow ? 80 : 144, render: (one) => <>{times(one.ratio, language)}{narrow ? <br /> : " "}<span className="note">{interval(one.interval.low, one.interval.high)}</span></> },
    { key: "why", title: t("explain"), width: narrow ? 64 : 88, render: (one) => <Link className="nowrap" to={address("/explain", one.where, { metric, compare: "rest" })}>{t("explain")}</Link> },
  ];
  return (
    <div className="stack-8">
      {list.length ? <DataTable label={t("subgroups")} rows={list} columns={columns} rowKey={(one) => filterText(one.where).join("\n")} /> : <p>{t("none")}</p>}
      <p><Link to={address("/explain", {}, { metric, compare: "values" })}>{t("tryAll")}</Link></p>
    </div>
  );
}
