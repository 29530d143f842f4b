export interface Entry {
  path: string;
  name: string;
  file: string;
  types: string;
}
export const entries: readonly Entry[];
export const sources: Record<string, string>;
