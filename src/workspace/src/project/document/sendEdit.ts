import type { Applied, Edit } from '../../http/contract';
import { Problem } from '../../http/problem';
import { ask } from '../../http/server';

/** The status that says that the document has changed where the edit belongs, and that nothing was stored. */
export const NO_PLACE = 412;

/**
 * Changes the document from the version the writer sees; throws a {@link Problem} unless the change is stored. Gives the
 * version that has it.
 */
export async function sendEdit(projectId: string, edit: Edit, seen: number): Promise<number> {
  const { version, unplaced } = await ask<Applied>(`/api/projects/${projectId}/document/edits`, {
    method: 'POST',
    body: { edits: [edit] },
    ifMatch: seen,
  });
  if (unplaced > 0) throw new Problem(NO_PLACE, 'The paragraph was changed meanwhile.');
  return version;
}
