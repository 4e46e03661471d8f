/** What the page of problems shows, as its URL says. */
import { useSearchParams } from "react-router";
import type { Stage } from "../../api/problems";
import { STAGES } from "./stages";

export type View = "board" | "list";

interface Asked {
  view: View;
  stage: Stage | null;
  owner: string | null;
  q: string;
}

export interface Search extends Asked {
  /** The filters as the server takes them; empty without any. */
  query: string;
  set: (change: Partial<Asked>) => void;
  clear: () => void;
}

const FILTERS = ["stage", "owner", "q"] as const;

export function useSearch(): Search {
  const [params, setParams] = useSearchParams();
  const set = (change: Partial<Asked>) =>
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
  return {
    view: params.get("view") === "list" ? "list" : "board",
    stage: STAGES.find((stage) => stage === params.get("stage")) ?? null,
    owner: params.get("owner"),
    q: params.get("q") ?? "",
    query: new URLSearchParams(FILTERS.flatMap((name) => (params.get(name) ? [[name, params.get(name) ?? ""]] : []))).toString(),
    set,
    clear: () => set({ stage: null, owner: null, q: "" }),
  };
}
