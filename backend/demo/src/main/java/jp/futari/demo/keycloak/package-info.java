/** 認証サーバー: the real Keycloak beside the application, the realm it imports, and the comparison of the two. */
package jp.futari.demo.keycloak;
