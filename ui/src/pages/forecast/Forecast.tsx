/** How many tickets will come, for each team and product line; and what becomes of a queue with other people. */
import { Link, useSearchParams } from "react-router";
import { GRAINS, type Grain, useForecast } from "../../api/forecast";
import { useInstallation } from "../../api/installation";
import { stamp } from "../../format";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useText } from "../../words";
import words from "../../words/forecast";
import { Slices } from "./Slices";
import { Staffing } from "./Staffing";
import { Whole } from "./Whole";

const DAYS: Record<Grain, number> = { week: 56, day: 28 };

export default function Forecast() {
  const t = useText(words);
  const [params, setParams] = useSearchParams();
  const grain: Grain = GRAINS.find((one) => one === params.get("grain")) ?? "week";
  const where = params.getAll("where");
  const told = useForecast(grain, DAYS[grain], where);
  const { data: installation } = useInstallation();
  const go = (next: Grain, slice: string[]) => setParams(new URLSearchParams([["grain", next], ...slice.map((one) => ["where", one])]), { replace: true });
  return (
    <Page title={t("title")} sub={installation?.data_until && t("sub", { day: stamp(installation.data_until.slice(0, 10)) })}>
      <div><Choice bare label={t("grain")} value={grain} onChange={(next) => go(next, where)} options={GRAINS.map((one) => ({ value: one, label: t(one) }))} /></div>
      <Await query={told} height={640}>
        {({ forecast, known }) =>
          forecast ? (
            <div className="stack">
              <Whole told={forecast} sliced={where.length > 0} onAll={() => go(grain, [])} />
              <Slices told={forecast} onPick={(slice) => go(grain, Object.entries(slice).map(([name, value]) => `${name}=${value}`))} />
              <Staffing />
            </div>
          ) : (
            <Card><Empty why={t("short", known)} action={<Link to="/data/upload">{t("upload")}</Link>} /></Card>
          )
        }
      </Await>
    </Page>
  );
}
