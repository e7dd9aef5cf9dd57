// What the server had to remark on a recording, for the project's page. It knows what only showed in the recording, so
// the project itself does not repeat it; here it stays until the workspace is loaded anew.
const remarks = new Map<string, string>();

export function remark(projectId: string, notice: string | null | undefined) {
  if (notice) remarks.set(projectId, notice);
  else remarks.delete(projectId);
}

export const remarkOn = (projectId: string) => remarks.get(projectId) ?? null;
