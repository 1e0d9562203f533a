import type { DeskPaper } from './desk-config';
import type { Forms } from './forms';

/** What a page of the desk is told when it loads. */
export type DeskStart = { forms: Forms; paper: DeskPaper };

/** The id of the element that holds it. */
export const startId = 'start';

/** The HTML of every page of the desk. */
export function deskPage(start: DeskStart): string {
  const json = JSON.stringify(start).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Desk</title>
<link rel="icon" href="data:,">
<script type="application/json" id="${startId}">${json}</script>
<div id="desk"></div>
<script type="module" src="/desk.js"></script>
</html>
`;
}
