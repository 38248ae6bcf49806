import type { Location } from "../models/schema/keys.ts";

const testPath = /(?:^|\/)(?:tests?|testing)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/i;

/** True for a place in code that tests the application. What tests delete says nothing about what the application does. */
export function isTestCode({ file }: Location): boolean {
  return testPath.test(file.replaceAll("\\", "/"));
}
