/** Literal text. Each line has its own text direction. */
export function PlainText({ text }: { text: string }) {
  return (
    <span className="plain-text" dir="auto">
      {text}
    </span>
  );
}
