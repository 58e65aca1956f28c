/** 子プロセス: parts of the demo that run beside the launcher and never outlive it. */
package jp.futari.demo.process;
