/** What the page of problems shows, as its URL says. */
import { useSearchParams } from "react-router";
import type { ProblemFilters, Stage } from "../../api/problems";
import { STAGES } from "./stages";

export type View = "board" | "list";

interface Shown {
  view: View;
  stage: Stage | null;
  owner: string | null;
  q: string;
}

export interface Search extends Shown {
  /** The filters as the server takes them; empty without any. */
  filters: ProblemFilters;
  set: (change: Partial<Shown>) => void;
  clear: () => void;
}

export function useSearch(): Search {
  const [params, setParams] = useSearchParams();
  const set = (change: Partial<Shown>) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries(change)) {
          if (value && value !== "board") next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace: true },
    );
  const stage = STAGES.find((one) => one === params.get("stage")) ?? null;
  const owner = params.get("owner");
  const q = params.get("q") ?? "";
  return {
    view: params.get("view") === "list" ? "list" : "board",
    stage,
    owner,
    q,
    filters: { ...(stage && { stage }), ...(owner && { owner }), ...(q && { q }) },
    set,
    clear: () => set({ stage: null, owner: null, q: "" }),
  };
}
