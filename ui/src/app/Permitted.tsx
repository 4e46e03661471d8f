import type { ReactNode } from "react";
import { useMay } from "../api/session";
import { Empty } from "../parts/states";
import { useText } from "../words";
import shell from "../words/shell";

/** A page, or why its reader may not see it. */
export function Permitted({ permission, children }: { permission: string; children: ReactNode }) {
  const may = useMay();
  const t = useText(shell);
  return may(permission) ? children : <Empty why={t("notPermitted", { permission })} />;
}
