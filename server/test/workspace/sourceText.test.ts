import { join } from "node:path";
import { expect, test } from "vitest";
import { decodeSource, readSource } from "../../src/workspace/sourceText.ts";
import { temporaryProject } from "./temporaryProject.ts";

test("UTF-8 is read as it is, a byte order mark included", () => {
  expect(decodeSource(Buffer.from("\ufeffname = 'é'"))).toEqual({ text: "\ufeffname = 'é'", encoding: "utf-8" });
});

test("another encoding counts where the first or second line declares it", () => {
  const latin = Buffer.from("#!/usr/bin/env python\n# -*- coding: latin-1 -*-\nname = 'é'", "latin1");
  expect(decodeSource(latin)).toEqual({ text: latin.toString("latin1"), encoding: "other" });
  const cyrillic = Buffer.concat([Buffer.from("# vim: set fileencoding=cp1251 :\n# "), Buffer.from([0xcf])]);
  expect(decodeSource(cyrillic).text.endsWith("П")).toBe(true);
});

test("a declaration below the second line is no declaration", () => {
  const bytes = Buffer.from("\n\n# coding: latin-1\n'é'", "latin1");
  expect(decodeSource(bytes).text).toContain("'\ufffd'");
});

test("bytes that are no text in any declared encoding become replacement characters", () => {
  expect(decodeSource(Buffer.from([0x61, 0xff, 0x62])).text).toBe("a\ufffdb");
  expect(decodeSource(Buffer.from("# coding: klingon\n\xe9", "latin1")).text).toBe("# coding: klingon\n\ufffd");
});

test("a replacement character that really stands in a UTF-8 file is kept", () => {
  const folder = temporaryProject({ "a.py": "x = '\ufffd'" });
  expect(readSource(join(folder, "a.py"))).toEqual({ text: "x = '\ufffd'", encoding: "utf-8" });
});

test("what cannot be read is a result with the reason", () => {
  const folder = temporaryProject({ "package/a.py": "" });
  expect(readSource(join(folder, "missing.py"))).toEqual({ problem: "no such file or directory" });
  expect(readSource(join(folder, "package"))).toEqual({ problem: "is a folder" });
});
