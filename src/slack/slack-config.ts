export interface SlackConfig {
  botToken: string;
  /** Always ends in a slash. */
  apiUrl: string;
  /** Socket Mode when there is an app token, else HTTP. */
  transport: { kind: 'http'; signingSecret: string } | { kind: 'socket'; appToken: string };
}
