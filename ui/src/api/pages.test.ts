import { expect, it } from "vitest";
import { everything } from "./pages";

it("asks for page after page until there is no next one", async () => {
  const offsets: number[] = [];
  const all = await everything(({ offset }) => {
    offsets.push(offset);
    return Promise.resolve(offset < 4 ? { items: [offset, offset + 1], next: offset + 2 } : { items: [offset], next: null });
  });
  expect(all).toEqual([0, 1, 2, 3, 4]);
  expect(offsets).toEqual([0, 2, 4]);
});
