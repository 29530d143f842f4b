import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Runs all files of a project before those of the next. Otherwise, files of several projects alternate, and Vitest
 * starts a process and loads all modules again each time a file belongs to a different project from the previous one.
 */
export class ProjectSequencer extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => a.project.name.localeCompare(b.project.name));
  }
}
