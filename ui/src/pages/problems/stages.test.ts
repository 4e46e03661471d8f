import { expect, it } from "vitest";
import type { Move, ProblemBrief } from "../../api/problems";
import { byStage, STAGES, stepTo } from "./stages";

const move = (to: Move["to"], ...needs: Move["needs"]): Move => ({ to, needs, title: { zh: "", en: "" }, lacks: [] });
const problem = (id: string, stage: ProblemBrief["stage"], due: string | null) => ({ id, stage, due, title: id }) as ProblemBrief;

it("makes a move that lacks nothing, asks where only a reason is missing, and leaves the rest to the server's refusal", () => {
  const moves = [move("closed", "reason"), move("acting", "action"), move("verifying"), move("reopened", "reason", "owner")];
  expect(stepTo(moves, "verifying")).toBe("make");
  expect(stepTo(moves, "closed")).toBe("ask");
  expect(stepTo(moves, "acting")).toBe("refuse");
  expect(stepTo(moves, "reopened")).toBe("refuse");
  expect(stepTo(moves, "open")).toBe("refuse");
});

it("puts each problem in one column, what is due first on top and what has no date last", () => {
  const columns = byStage([problem("c", "open", null), problem("b", "open", "2026-12-01"), problem("a", "acting", null), problem("d", "open", "2026-11-30")]);
  expect(columns.map((column) => column.stage)).toEqual(STAGES);
  expect(columns.find((column) => column.stage === "open")?.problems.map(({ id }) => id)).toEqual(["d", "b", "c"]);
  expect(columns.flatMap((column) => column.problems)).toHaveLength(4);
});
