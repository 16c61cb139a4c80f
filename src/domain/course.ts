export interface Course {
  id: number;
  shortname: string;
  name: string;
  open: boolean;
}
