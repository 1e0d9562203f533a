import { Fragment, type ReactNode } from 'react';

/** A message of lib/messages with elements in it: “Write to {address}.” with a link for the address. */
export function Sentence({ message, parts }: { message: string; parts: Record<string, ReactNode> }) {
  return message
    .split(/\{(\w+)\}/)
    .map((piece, index) => <Fragment key={index}>{index % 2 === 0 ? piece : parts[piece]}</Fragment>);
}
