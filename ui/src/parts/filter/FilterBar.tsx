/** Period, comparison and filters of a page, in one line. */
import { CloseOutlined } from "@ant-design/icons";
import { useState } from "react";
import { useLanguage, useText } from "../../words";
import parts from "../../words/parts";
import { Native } from "../Native";
import { AddFilter } from "./AddFilter";
import { CustomPeriod } from "./CustomPeriod";
import "./filter.css";
import { isPreset, PERIODS, type Preset } from "./periods";
import { useDimensionName } from "./useDimensionName";
import type { Compare, Filters } from "./useFilters";
import { readFilter } from "./where";

interface Props {
  filters: Filters;
  /** Offer a comparison. */
  compare?: boolean;
  /** Offer all time. */
  allTime?: boolean;
}

const CUSTOM = "custom";

export function FilterBar({ filters, compare = true, allTime = true }: Props) {
  const t = useText(parts);
  return (
    <div className="filter-bar">
      <PeriodPicker filters={filters} allTime={allTime} />
      {compare && (
        <Native<Compare>
          label={t("compareWith")}
          value={filters.compare}
          onChange={(value) => filters.set({ compare: value })}
          options={(["previous", "year"] as const).map((value) => ({ value, label: `${t("compareWith")} ${t(value)}` }))}
        />
      )}
      {filters.where.map((text) => (
        <Chip key={text} text={text} remove={() => filters.set({ where: filters.where.filter((other) => other !== text) })} />
      ))}
      <AddFilter add={(text) => filters.set({ where: [...filters.where.filter((other) => other !== text), text] })} />
      {filters.where.length > 1 && <button type="button" className="plain note" onClick={filters.clear}>{t("clearFilters")}</button>}
    </div>
  );
}

function PeriodPicker({ filters, allTime }: { filters: Filters; allTime: boolean }) {
  const t = useText(parts);
  const [custom, setCustom] = useState(!isPreset(filters.period));
  const presets = (Object.keys(PERIODS) as Preset[]).filter((preset) => allTime || preset !== "all");
  return (
    <>
      <Native
        label={t("period")}
        value={custom ? CUSTOM : filters.period}
        onChange={(value: string) => {
          setCustom(value === CUSTOM);
          if (value !== CUSTOM) filters.set({ period: value });
        }}
        options={[...presets.map((value) => ({ value: value as string, label: t(PERIODS[value]) })), { value: CUSTOM, label: t("custom") }]}
      />
      {custom && <CustomPeriod period={filters.period} onChange={(period) => filters.set({ period })} />}
    </>
  );
}

/** One filter in words, and how to lift it. */
export function Chip({ text, remove }: { text: string; remove?: () => void }) {
  const t = useText(parts);
  const label = useFilterLabel()(text);
  return (
    <span className="chip">
      {label}
      {remove && <button type="button" className="plain" onClick={remove} aria-label={t("removeFilter", { what: label })}><CloseOutlined /></button>}
    </span>
  );
}

/** A filter as a person reads it: 省份 是 北京、上海. */
export function useFilterLabel(): (text: string) => string {
  const t = useText(parts);
  const { language } = useLanguage();
  const dimension = useDimensionName();
  return (text) => {
    const filter = readFilter(text);
    if (!filter) return text;
    const title = dimension(filter.dimension);
    const values = filter.values.map((value) => value || t("unknown")).join(language === "zh" ? "、" : ", ");
    const middle = filter.op === "=" ? (language === "zh" ? "：" : ": ") : ` ${t(filter.op === "!=" ? "isNot" : "contains")} `;
    return `${title}${middle}${values}`;
  };
}
