import { type Setting, useSettings } from "../../api/settings";
import { Card } from "../../parts/Page";
import { Await } from "../../parts/states";
import { type Column, DataTable } from "../../parts/table";
import { useText } from "../../words";
import words from "../../words/settings";

export function Values() {
  const t = useText(words);
  const settings = useSettings();
  const columns: Column<Setting>[] = [
    { key: "name", title: t("setting"), render: (one) => <span className="mono">{one.name}</span> },
    { key: "value", title: t("value"), render: (one) => <span className="mono">{one.value === "" || one.value == null ? t("empty") : String(one.value)}</span> },
    { key: "environment", title: t("environment"), render: (one) => <span className="mono">{one.environment}</span> },
    { key: "about", title: t("about"), render: (one) => <span className="secondary">{one.about}</span> },
  ];
  return (
    <Card title={t("values")} sub={t("howToSet")}>
      <Await query={settings} height={400}>{(all) => <DataTable label={t("values")} rows={all} columns={columns} rowKey={(one) => one.name} />}</Await>
    </Card>
  );
}
