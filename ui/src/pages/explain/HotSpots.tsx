/** Product and fault by region: asked only when it comes into sight, since it is the largest question of the page. */
import { QuestionChart } from "../../parts/chart";
import type { Filters } from "../../parts/filter";
import { Card } from "../../parts/Page";
import { Loading } from "../../parts/states";
import { useInView } from "../../parts/useInView";

const CUTS = ["product", "fault", "province"];
const HEIGHT = 360;

export function HotSpots({ metric, filters }: { metric: string; filters: Filters }) {
  const { place, seen } = useInView<HTMLDivElement>();
  return <Card><div ref={place}>{seen ? <QuestionChart question={{ metrics: [metric], cuts: CUTS, chart: "hotspots" }} filters={filters} height={HEIGHT} /> : <Loading height={HEIGHT} />}</div></Card>;
}
