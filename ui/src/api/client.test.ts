import { afterEach, expect, it, vi } from "vitest";
import { answer, client, done, takeToken, whenLoggedOut } from "./client";
import { Problem } from "./problem";

const answers = (status: number, body: unknown) =>
  vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } })));

afterEach(() => vi.restoreAllMocks());

it("gives the server's refusal in both languages, under its code", async () => {
  answers(422, { code: "period-unreadable", detail: "无法识别时段。", details: { zh: "无法识别时段。", en: "Cannot be read." } });
  const refused = await answer(client.GET("/api/metrics")).catch(Problem.from);
  expect(refused).toMatchObject({ status: 422, code: "period-unreadable", words: { zh: "无法识别时段。", en: "Cannot be read." } });
});

it("sends the token with what changes something, and only with that", async () => {
  takeToken("t0ken");
  const fetched = answers(200, {});
  await done(client.DELETE("/api/session"));
  await answer(client.GET("/api/metrics"));
  await answer(client.POST("/api/scans"));
  const tokens = fetched.mock.calls.map(([request]) => request instanceof Request && request.headers.get("X-CSRF-Token"));
  expect(tokens).toEqual(["t0ken", null, "t0ken"]);
});

it("tells when nobody is logged in any more", async () => {
  const then = vi.fn();
  whenLoggedOut(then);
  answers(401, { code: "login-needed", details: { zh: "请先登录。", en: "Log in first." } });
  await answer(client.GET("/api/metrics")).catch(() => {});
  expect(then).toHaveBeenCalledOnce();
});

it("says that the line is down where there was no answer at all", async () => {
  vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
  const lost = await answer(client.GET("/api/metrics")).catch(Problem.from);
  expect(lost).toMatchObject({ status: 0, code: "unreachable" });
});
