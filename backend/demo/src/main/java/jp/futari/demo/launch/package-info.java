/** 起動: the one command that starts everything, tells what it does, and stops everything. */
package jp.futari.demo.launch;
