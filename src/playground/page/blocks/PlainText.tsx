/** Literal text, whatever it contains; each line keeps its own direction. */
export function PlainText({ text }: { text: string }) {
  return (
    <span className="plain-text" dir="auto">
      {text}
    </span>
  );
}
