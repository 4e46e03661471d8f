/** How many tickets will come, for each team and product line; and what becomes of a queue with other people. */
import { Link, useSearchParams } from "react-router";
import { GRAINS, type Grain, useForecast } from "../../api/forecast";
import { filterText } from "../../api/slices";
import { useInstallation } from "../../api/installation";
import { stamp } from "../../format";
import { Choice } from "../../parts/Choice";
import { Card, Page } from "../../parts/Page";
import { Await, Empty } from "../../parts/states";
import { useLanguage, useText } from "../../words";
import words from "../../words/forecast";
import { Slices } from "./Slices";
import { Staffing } from "./Staffing";
import { Whole } from "./Whole";

const DAYS: Record<Grain, number> = { week: 56, day: 28 };

export default function Forecast() {
  const t = useText(words);
  const { say } = useLanguage();
  const [params, setParams] = useSearchParams();
  const grain: Grain = GRAINS.find((one) => one === params.get("grain")) ?? "week";
  const where = params.getAll("where");
  const forecast = useForecast(grain, DAYS[grain], where);
  const { data: installation } = useInstallation();
  const go = (next: Grain, slice: string[]) => setParams(new URLSearchParams([["grain", next], ...slice.map((one) => ["where", one])]), { replace: true });
  return (
    <Page title={t("title")} sub={installation?.data_until && t("sub", { day: stamp(installation.data_until.slice(0, 10)) })}>
      <div><Choice bare label={t("grain")} value={grain} onChange={(next) => go(next, where)} options={GRAINS.map((one) => ({ value: one, label: t(one) }))} /></div>
      <Await query={forecast} height={640}>
        {(shown) =>
          shown.available ? (
            <div className="stack">
              <Whole forecast={shown} sliced={where.length > 0} onAll={() => go(grain, [])} />
              <Slices forecast={shown} onPick={(slice) => go(grain, filterText(slice))} />
              <Staffing />
            </div>
          ) : (
            <Card><Empty why={say(shown.reason)} action={<Link to="/data/upload">{t("upload")}</Link>} /></Card>
          )
        }
      </Await>
    </Page>
  );
}
