/** The values that a label may have: those of the taxonomy, and those that tickets have. */
import { useValues } from "../../api/questions";
import { useTaxonomy } from "../../api/tickets";
import { Select } from "../../parts/library/Select";
import { useText } from "../../words";
import tickets from "../../words/tickets";
import { useLabelTitle } from "./useLabelTitle";
import type { LabelField } from "./why";

const UNKNOWN_VALUE = "";

interface Props {
  field: LabelField;
  value: string | null;
  onPick: (value: string | null) => void;
  onLeave: () => void;
}

export function LabelPick({ field, value, onPick, onLeave }: Props) {
  const t = useText(tickets);
  const titled = useLabelTitle();
  const known = useKnown(field);
  return (
    <Select
      className="ticket-pick"
      aria-label={t("correctField", { field: t(field) })}
      placeholder={t("choose")}
      defaultOpen
      autoFocus
      value={value}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: "label" }}
      onBlur={onLeave}
      onKeyDown={(event) => {
        // Escape closes the list here, not the whole ticket.
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onLeave();
      }}
      onChange={(picked: string) => onPick(picked || null)}
      options={[...known.map((key) => ({ value: key, label: titled(field, key) })), { value: UNKNOWN_VALUE, label: t("makeUnknown") }]}
    />
  );
}

function useKnown(field: LabelField): string[] {
  const { data: taxonomy } = useTaxonomy();
  const { data: seen = [] } = useValues(field, "");
  const named = { category: taxonomy?.types, fault: taxonomy?.types.flatMap((type) => type.faults), severity: taxonomy?.severities, kind: taxonomy?.kinds, priority: undefined, sentiment: undefined }[field] ?? [];
  return [...new Set([...named.map(({ key }) => key), ...seen.flatMap((one) => one.value ?? [])])];
}
