/** Thrown when a person tries what Slack would not let them do. */
export class RefusedGesture extends Error {}
