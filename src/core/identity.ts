/** A Slack identity. The same user id in another team is a different person. */
export interface Identity {
  teamId: string;
  userId: string;
}

export function isSame(one: Identity, other: Identity): boolean {
  return one.teamId === other.teamId && one.userId === other.userId;
}
