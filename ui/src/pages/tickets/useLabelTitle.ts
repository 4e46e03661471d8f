import { useTaxonomy } from "../../api/tickets";
import { UNKNOWN } from "../../format";
import { useLanguage } from "../../words";

const MOODS = { positive: { zh: "正面", en: "positive" }, neutral: { zh: "中性", en: "neutral" }, negative: { zh: "负面", en: "negative" } };
const PRIORITIES = { 紧急: { zh: "紧急", en: "urgent" }, 高: { zh: "高", en: "high" }, 中: { zh: "中", en: "medium" }, 低: { zh: "低", en: "low" } };

/** What a label's value is called: by the taxonomy in force, or as it is where that does not know it. */
export function useLabelTitle(): (field: string, value: string | null | undefined) => string {
  const { data } = useTaxonomy();
  const { say } = useLanguage();
  return (field, value) => {
    if (value == null || value === "") return UNKNOWN;
    const named = { category: data?.types, fault: data?.types.flatMap((type) => type.faults), severity: data?.severities, kind: data?.kinds }[field];
    const fixed = { sentiment: MOODS, priority: PRIORITIES }[field] as Record<string, { zh: string; en: string }> | undefined;
    return say(named?.find(({ key }) => key === value)?.title ?? fixed?.[value]) || value;
  };
}
