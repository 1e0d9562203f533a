/**
 * How Node runs the server: with a heap of at most 320 MB. It needs a third of that; without a limit Node lets garbage lie
 * until the process holds half a gigabyte, at no gain for readers.
 */
export const serverMemory = '--max-old-space-size=320';

/**
 * What the server's environment says to Linux's C library: give blocks of 128 kB and more back as soon as they are free.
 * By itself it learns from the large blocks of resized pictures to keep them, and the process holds half a gigabyte ever
 * after; so it holds half of that, and resizes a tenth more slowly. Read when a process starts, so it cannot be set from
 * within.
 */
export const serverMemoryEnv = { MALLOC_MMAP_THRESHOLD_: '131072' };
