/**
 * How Node runs the server: with a heap of at most 320 MB. It needs a third of that; without a limit Node lets garbage lie
 * until the process holds half a gigabyte, at no gain for readers.
 */
export const serverMemory = '--max-old-space-size=320';
