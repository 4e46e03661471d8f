import { describe, expect, it } from "vitest";
import { legible, short } from "./Landscape";

describe("the words in bubbles", () => {
  it("are the first phrase, without the product line before it", () => {
    expect(short("扫地机器人 续航越来越短、电池不耐用", 7)).toBe("续航越来越短");
    expect(short("配网提示超时、一直失败", 5)).toBe("配网提示超…");
    expect(short("App 5 打不开", 9)).toBe("App 5 打不开");
  });
  it("leave room for those of larger ones, and for what grows", () => {
    const at = (name: string, x: number, y: number, size: number, grown = false) => ({ name, x, y, size, grown, width: 100 });
    const bubbles = [at("small", 10, 0, 5), at("large", 0, 0, 50), at("below", 0, 60, 1), at("far", 100, 0, 1)];
    expect([...legible(bubbles, 50)].toSorted()).toEqual(["below", "far", "large"]);
    expect(legible([...bubbles, at("grown", 20, 20, 20, true)], 50)).toEqual(new Set(["grown"]));
    expect(legible([...bubbles, at("grown", 20, 20, 2, true)], 50).has("grown")).toBe(false);
  });
});
