"use client";

import dynamic from "next/dynamic";

/** The editor draws and checks in the browser; what it needs for that is loaded with it, and by no other page. */
export const LazyPoseEditor = dynamic(() => import("./pose-editor").then(({ PoseEditor }) => PoseEditor));
