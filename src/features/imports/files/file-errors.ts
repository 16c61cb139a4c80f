import { type Document, isMap, isScalar, type LineCounter, type Node } from 'yaml';
import type { z } from 'zod';
import type { Problem } from '../catalogue-checks';

export interface FileError {
  line: number;
  message: string;
}

/** Adds the line number to the problem, and puts its path into words. */
export function withLine({ path, message }: Problem, document: Document, lines: LineCounter): FileError {
  const offset = nearestNode(document.contents, path)?.range?.[0];
  const line = offset === undefined ? 1 : lines.linePos(offset).line;
  return { line, message: `${inWords(path)} ${message}` };
}

/** One for each unknown key, in plain words. */
export function toProblems(issue: z.core.$ZodIssue): Problem[] {
  if (issue.code !== 'unrecognized_keys') return [{ path: issue.path, message: inPlainWords(issue) }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not a known key' }));
}

function inPlainWords(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  if (issue.input === undefined && issue.message.endsWith('undefined')) return 'is missing';
  if (issue.message.startsWith('is ')) return issue.message;
  return `should be a ${issue.expected === 'object' ? 'map of keys' : issue.expected === 'array' ? 'list' : issue.expected}`;
}

function inWords(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The file';
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step + 1}]` : index === 0 ? String(step) : `.${String(step)}`,
    )
    .join('');
}

/** The node itself, else its key in the map, else its nearest parent, so that missing keys have a line too. */
function nearestNode(root: Node | null, path: readonly PropertyKey[]): Node | null | undefined {
  let node: Node | null | undefined = root;
  for (const step of path) {
    let next: unknown;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      next = pair?.value ?? pair?.key;
    } else if (node && 'items' in node && Array.isArray(node.items)) {
      next = node.items[Number(step)];
    }
    if (!next) return node;
    node = next as Node;
  }
  return node;
}
