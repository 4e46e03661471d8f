import { expect, it } from "vitest";
import { everything } from "./pages";

it("asks for page after page until there is no next one", async () => {
  const asked: number[] = [];
  const all = await everything(({ offset }) => {
    asked.push(offset);
    return Promise.resolve(offset < 4 ? { items: [offset, offset + 1], next: offset + 2 } : { items: [offset], next: null });
  });
  expect(all).toEqual([0, 1, 2, 3, 4]);
  expect(asked).toEqual([0, 2, 4]);
});
