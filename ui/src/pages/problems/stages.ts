/** The stages in the order in which a problem goes through them, and what a wish to move one means. */
import type { Move, ProblemBrief, Stage } from "../../api/problems";

export const STAGES: Stage[] = ["reopened", "open", "investigating", "acting", "verifying", "verified", "closed"];

/** `make`: nothing is missing. `ask`: a reason alone. `refuse`: something else, or there is no such move; the server says what. */
export type Step = "make" | "ask" | "refuse";

export function stepTo(moves: Move[], to: Stage): Step {
  const move = moves.find((one) => one.to === to);
  if (!move) return "refuse";
  if (!move.needs.length) return "make";
  return move.needs.every((need) => need === "reason") ? "ask" : "refuse";
}

/** The problems of each stage; within one, what is due first stands first. */
export function byStage(problems: ProblemBrief[]): { stage: Stage; problems: ProblemBrief[] }[] {
  const sorted = problems.toSorted((a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999") || a.title.localeCompare(b.title));
  return STAGES.map((stage) => ({ stage, problems: sorted.filter((problem) => problem.stage === stage) }));
}
