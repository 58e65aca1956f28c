/** 測定: programs that build their own data and print figures beside a yardstick measured in the same run (issue 2, section 8). */
package jp.futari.bench;
