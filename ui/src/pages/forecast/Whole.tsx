import type { Forecast } from "../../api/forecast";
import { dayBefore, percent, stamp } from "../../format";
import { Button } from "../../parts/Button";
import { Chart } from "../../parts/chart";
import { Card } from "../../parts/Page";
import { useLanguage, useText } from "../../words";
import words from "../../words/forecast";

export function Whole({ forecast, sliced, onAll }: { forecast: Forecast; sliced: boolean; onAll: () => void }) {
  const t = useText(words);
  const { language, say } = useLanguage();
  const events = forecast.events.map((event) => t("event", { name: say(event.title), from: stamp(event.period.start), to: stamp(dayBefore(event.period.end)) }));
  const notes = [
    events.length > 0 && t("events", { list: events.join(language === "zh" ? "、" : ", ") }),
    forecast.empirical_coverage !== null && t("coverage", { share: percent(forecast.empirical_coverage) }),
    forecast.beyond_published_holidays && t("unknownHolidays", { day: stamp(forecast.holidays_published_until) }),
  ];
  return (
    <Card title={say(forecast.chart.title)} actions={sliced ? <Button size="small" onClick={onAll}>{t("all")}</Button> : undefined}>
      <Chart bare spec={forecast.chart} height={300} />
      {notes.filter(Boolean).map((note) => <p key={String(note)} className="note">{note}</p>)}
    </Card>
  );
}
