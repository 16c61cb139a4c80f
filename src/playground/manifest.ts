import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MANIFEST_FILE } from './source-files';

const schema = z.object({
  features: z.object({
    shortcuts: z.array(z.object({ name: z.string(), type: z.string(), callback_id: z.string() })).default([]),
    slash_commands: z
      .array(z.object({ command: z.string(), description: z.string(), usage_hint: z.string().default('') }))
      .default([]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({
    event_subscriptions: z.object({ bot_events: z.array(z.string()).default([]) }).default({ bot_events: [] }),
  }),
});

export type Manifest = z.infer<typeof schema>;

/** Reads the manifest that is also given to Slack, so anything missing from it is missing here too. */
export function readManifest(file = MANIFEST_FILE): Manifest {
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
