import { expect, it } from "vitest";
import { addresses } from "../../addresses";
import { ROUTES } from "./pages";

it("names to the server what the router takes, and the first administrator's link", () => {
  expect(addresses("src/pages")).toEqual([...ROUTES.map((route) => route.path), "/first-admin"].toSorted());
});
