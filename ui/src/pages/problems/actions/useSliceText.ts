import { filterText, type Slice } from "../../../api/slices";
import { useFilterLabel } from "../../../parts/filter";
import { useLanguage } from "../../../words";

/** A slice as a person says it: 型号：W10，故障：机身漏水. */
export function useSliceText(): (slice: Slice) => string {
  const label = useFilterLabel();
  const { language } = useLanguage();
  return (slice) => filterText(slice).map(label).join(language === "zh" ? "，" : ", ");
}
