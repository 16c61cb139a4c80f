/** Who somebody is in Slack. The same user id in another team is somebody else. */
export interface Identity {
  teamId: string;
  userId: string;
}

export function isSame(one: Identity, other: Identity): boolean {
  return one.teamId === other.teamId && one.userId === other.userId;
}
