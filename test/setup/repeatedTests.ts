import type { Reporter, TestModule } from 'vitest/node';

/** Names the tests that failed and then passed when they were repeated, with the reason. */
export default class RepeatedTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    for (const test of tests.filter((each) => each.diagnostic()?.flaky)) {
      const reasons = test.result().errors?.map(({ message }) => message) ?? [];
      console.warn(`Passed only when repeated: ${test.module.relativeModuleId} > ${test.fullName}`, ...reasons);
    }
  }
}
