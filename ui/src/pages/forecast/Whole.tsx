import type { Forecast } from "../../api/forecast";
import { percent, stamp } from "../../format";
import { Button } from "../../parts/Button";
import { Chart } from "../../parts/chart";
import { Card } from "../../parts/Page";
import { useLanguage, useText } from "../../words";
import words from "../../words/forecast";

export function Whole({ told, sliced, onAll }: { told: Forecast; sliced: boolean; onAll: () => void }) {
  const t = useText(words);
  const { language, say } = useLanguage();
  const events = told.events.map((event) => t("event", { name: say(event.title), from: stamp(event.from), to: stamp(event.to) }));
  const notes = [
    events.length > 0 && t("events", { list: events.join(language === "zh" ? "、" : ", ") }),
    told.coverage !== null && t("coverage", { share: percent(told.coverage) }),
    told.holidays_unknown && t("unknownHolidays", { day: stamp(told.holidays_known_until) }),
  ];
  return (
    <Card title={say(told.chart.title)} actions={sliced ? <Button size="small" onClick={onAll}>{t("all")}</Button> : undefined}>
      <Chart bare spec={told.chart} height={300} />
      {notes.filter(Boolean).map((note) => <p key={String(note)} className="note">{note}</p>)}
    </Card>
  );
}
