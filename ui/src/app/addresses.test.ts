import { expect, it } from "vitest";
import { addresses } from "../../addresses";
import { MOVED, ROUTES } from "./pages";

it("names to the server what the router takes, former addresses too, and the first administrator's link", () => {
  expect(addresses("src/pages")).toEqual([...[...ROUTES, ...MOVED].map(({ path }) => path), "/first-admin"].toSorted());
});
